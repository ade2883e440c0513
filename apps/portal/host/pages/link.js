// The page behind a mailed link. It acts on a click, not on being opened: mail scanners open links too.
const service = "/services/user";
const token = new URLSearchParams(location.search).get("token") ?? "";
const at = (id) => document.getElementById(id);

const pages = {
  "/verify-email": {
    title: "Confirm your e-mail address",
    explanation: "Confirm that this address is yours.",
    path: "/api/v1/auth/email/verify",
    body: () => ({ token }),
    done: "Your address is confirmed. You can sign in now.",
  },
  "/reset-password": {
    title: "Choose a new password",
    explanation: "At least eight characters, and hard to guess. All your sessions end.",
    path: "/api/v1/auth/password/reset",
    body: () => ({ token, password: at("password").value }),
    done: "Your password is changed. Sign in with the new one.",
    asksPassword: true,
  },
};
const page = pages[location.pathname];

at("title").textContent = page.title;
at("explanation").textContent = page.explanation;
at("password-label").hidden = !page.asksPassword;
at("password").required = Boolean(page.asksPassword);
at("form").hidden = false;

at("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  at("submit").disabled = true;
  at("outcome").textContent = "";
  try {
    const answer = await fetch(service + page.path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(page.body()),
    });
    if (answer.ok) {
      at("form").hidden = true;
      at("outcome").textContent = page.done;
      return;
    }
    const problem = await answer.json();
    at("outcome").textContent = problem.errors?.[0]?.message ?? problem.detail ?? problem.title;
  } catch {
    at("outcome").textContent = "The service does not answer. Try again in a moment.";
  }
  at("submit").disabled = false;
});

// The page behind a mailed link. It acts on a click, not on being opened: mail scanners open links too.
const service = "/services/user/api/v1/auth";
const token = new URLSearchParams(location.search).get("token") ?? "";
const at = (id) => document.getElementById(id);
const sent = "If an account has this address, a mail is on its way to it. It may take a minute.";

const pages = {
  "/verify-email": {
    title: "Confirm your e-mail address",
    explanation: "Confirm that this address is yours.",
    path: "/email/verify",
    body: () => ({ token }),
    done: "Your address is confirmed. You can sign in now.",
    instead: {
      title: "Confirm your e-mail address",
      explanation: "This link is used, or too old. Say your address, and you get a new one.",
      path: "/email/resend",
      body: () => ({ email: at("email").value }),
      done: sent,
      asks: "email",
    },
  },
  "/reset-password": {
    title: "Choose a new password",
    explanation: "At least eight characters, and hard to guess. All your sessions end.",
    path: "/password/reset",
    body: () => ({ token, password: at("password").value }),
    done: "Your password is changed. Sign in with the new one.",
    asks: "password",
  },
  "/forgot-password": {
    title: "Choose a new password",
    explanation: "Say your address, and you get a link by which you can choose one.",
    path: "/password/forgot",
    body: () => ({ email: at("email").value }),
    done: sent,
    asks: "email",
  },
};
pages["/reset-password"].instead = {
  ...pages["/forgot-password"],
  explanation: "This link is used, or too old. Say your address, and you get a new one.",
};
let page = pages[location.pathname];

const show = () => {
  at("title").textContent = page.title;
  at("explanation").textContent = page.explanation;
  for (const field of ["password", "email"]) {
    at(`${field}-label`).hidden = page.asks !== field;
    at(field).required = page.asks === field;
    // What is hidden cannot be corrected, and must not keep the form from being sent.
    at(field).disabled = page.asks !== field;
  }
  at("form").hidden = false;
  if (page.asks) at(page.asks).focus();
};
// A link that lost its token on the way is as good as one that is too old.
if (page.instead && token === "") page = page.instead;
show();

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
    if (page.instead && problem.code === "identity.link_refused") {
      page = page.instead;
      show();
    } else {
      at("outcome").textContent = problem.errors?.[0]?.message ?? problem.detail ?? problem.title;
    }
  } catch {
    at("outcome").textContent = "The service does not answer. Try again in a moment.";
  }
  at("submit").disabled = false;
});

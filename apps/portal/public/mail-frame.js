// Shows the HTML of one mail. This page has no origin and may load nothing, so neither can the mail.
addEventListener('message', function (event) {
  if (event.source !== parent || typeof event.data !== 'string') return;
  var parsed = new DOMParser().parseFromString(event.data, 'text/html');
  document.head.querySelectorAll('style[data-mail]').forEach(function (one) {
    one.remove();
  });
  parsed.querySelectorAll('style').forEach(function (style) {
    var copy = document.createElement('style');
    copy.dataset.mail = '';
    copy.textContent = style.textContent;
    document.head.append(copy);
  });
  document.body.replaceWith(document.importNode(parsed.body, true));
  parent.postMessage({ height: document.documentElement.scrollHeight }, '*');
});
parent.postMessage({ ready: true }, '*');

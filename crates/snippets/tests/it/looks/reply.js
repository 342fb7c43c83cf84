const PAGE_ACCESS_TOKEN = "<PAGE_ACCESS_TOKEN>";

const response = await fetch("https://graph.facebook.com/v26.0/322980254230386/messages", {
  method: "POST",
  body: new URLSearchParams([
    ["recipient", '{"id":"7569927623102963"}'],
    ["messaging_type", "RESPONSE"],
    ["message", '{"text":"It\'s “ok” for $5! 100%","quick_replies":[{"content_type":"text","title":"Yes","payload":"YES"}]}'],
    ["access_token", PAGE_ACCESS_TOKEN],
  ]),
});
console.log(await response.text());

const query = new URLSearchParams([
  ["fields", "id,name"],
  ["access_token", process.env.PAGE_ACCESS_TOKEN],
]);
const response = await fetch("https://graph.facebook.com/v26.0/me?" + query);
console.log(await response.text());

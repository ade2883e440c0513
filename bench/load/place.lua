-- Places orders with three lines, each with a key of its own, by many people in turn.
-- Arguments: the file with the tokens, and the name of the run.

local common = dofile(debug.getinfo(1, "S").source:match("@(.*/)") .. "common.lua")

local body = [[{"lines":[
{"sku":"TEA-EG-100","name":"Earl Grey, 100 g","quantity":2,"unit_price":{"amount":649,"currency":"EUR"}},
{"sku":"POT-07","name":"Teapot, 0.7 l","quantity":1,"unit_price":{"amount":3450,"currency":"EUR"}},
{"sku":"CUP-02","name":"Cup","quantity":4,"unit_price":{"amount":890,"currency":"EUR"}}],
"shipping_address":{"name":"Alice Example","line1":"Lindenstrasse 12","city":"Berlin","postal_code":"10969","country":"DE"}}]]

local started = 0

function setup(thread)
  thread:set("number", started)
  started = started + 1
end

local tokens, run, count

function init(args)
  tokens, run, count = common.tokens(args[1]), args[2], 0
end

function request()
  count = count + 1
  return wrk.format("POST", "/api/v1/orders", {
    ["Authorization"] = tokens[(count * 2 + number) % #tokens + 1],
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = run .. "-" .. number .. "-" .. count,
  }, body)
end

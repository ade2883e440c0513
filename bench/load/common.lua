-- What the scripts share: tokens from a file, and one line with the outcome.

local common = {}

function common.tokens(file)
  local tokens = {}
  for line in io.lines(file) do
    tokens[#tokens + 1] = "Bearer " .. line
  end
  return tokens
end

-- requests, microseconds, failures, and the 99th percentile in microseconds
function done(summary, latency)
  local errors = summary.errors
  local bad = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format("outcome %d %d %d %d\n",
    summary.requests, summary.duration, bad, latency:percentile(99)))
end

return common

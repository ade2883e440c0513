-- Reads the paths of a file in turn.
-- Arguments: the file with the tokens, and the file with the paths.

local common = dofile(debug.getinfo(1, "S").source:match("@(.*/)") .. "common.lua")

local tokens, paths, count

function init(args)
  tokens, paths, count = common.tokens(args[1]), {}, 0
  for line in io.lines(args[2]) do
    paths[#paths + 1] = line
  end
end

function request()
  count = count + 1
  return wrk.format("GET", paths[count % #paths + 1], { ["Authorization"] = tokens[count % #tokens + 1] })
end

local words = std.parseJson('["%s"]' % std.strReplace(std.rstripChars(importstr '/dev/stdin', '\n'), '\n', '", "'));
local counts = { [word]: std.count(words, word) for word in std.set(words) };
std.lines(std.map(std.toString, [std.length(counts), counts.judge]))

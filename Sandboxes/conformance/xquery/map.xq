let $counts := fold-left(file:read-text-lines("/dev/stdin"), map { }, function($counts, $word) {
    map:put($counts, $word, ($counts($word), 0)[1] + 1)
})
return (map:size($counts), $counts?judge)

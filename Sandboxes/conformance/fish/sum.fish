read count
set columns (string repeat -n 100 -- '- ' | string split -n ' ')
set sum 0
for terms in (paste -d + $columns | string trim --right --chars +)
    set sum (math $sum + $terms)
end
echo $sum

(input | tonumber) as $count
| reduce (limit($count; inputs) | tonumber) as $value (0; . + $value)

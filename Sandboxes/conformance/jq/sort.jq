input as $count
| [inputs | tonumber]
| sort[]

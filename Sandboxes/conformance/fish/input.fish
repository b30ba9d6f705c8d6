set lines (cat)
echo (count $lines)
echo $lines[-1]

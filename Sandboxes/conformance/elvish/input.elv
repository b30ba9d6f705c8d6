var lines = [(from-lines)]
echo (count $lines)
echo $lines[-1]

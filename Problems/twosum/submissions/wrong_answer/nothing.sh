read -r n sum

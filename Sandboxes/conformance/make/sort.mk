all:
	@read -r count; sort -n

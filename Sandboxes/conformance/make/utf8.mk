all:
	@cat
	@echo 'žluťoučký kůň, καλημέρα, 日本語, 🙂'

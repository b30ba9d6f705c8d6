include greeting.mk

all:
	@echo '$(call greet,World)'

MAKEFLAGS += --jobs=4
parts := 0 1 2 3

all: $(parts)
	@cat $(parts:%=/tmp/part.%) | awk '{ sum += $$1 } END { print sum }'

$(parts):
	@i=0; part=0; while [ $$i -lt 1000 ]; do part=$$((part + $@)); i=$$((i + 1)); done; echo $$part >/tmp/part.$@

block := xxxxxxxxxxxxxxxx
grow = $(eval block := $(block)$(block))$(call grow)
$(call grow)

all: ;

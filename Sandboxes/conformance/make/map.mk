words := $(file </dev/stdin)
$(foreach word,$(words),$(eval count_$(word) += x))
$(info $(words $(sort $(words))))
$(info $(words $(count_judge)))

all: ;

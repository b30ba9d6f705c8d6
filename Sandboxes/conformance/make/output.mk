ten := x x x x x x x x x x
hundred := $(foreach tens,$(ten),$(ten))
empty :=
space := $(empty) $(empty)
line := $(subst $(space),,$(wordlist 2,100,$(hundred)))

$(foreach time,$(ten),$(foreach one,$(hundred),$(foreach other,$(hundred),$(info $(line)))))

all: ;

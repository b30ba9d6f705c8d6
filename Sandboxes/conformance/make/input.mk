empty :=
space := $(empty) $(empty)
define newline :=


endef

lines := $(subst $(newline), ,$(subst $(space),_,$(file </dev/stdin)))
$(info $(words $(lines)))
$(info $(subst _,$(space),$(lastword $(lines))))

all: ;

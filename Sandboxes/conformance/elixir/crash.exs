System.halt(:abort)

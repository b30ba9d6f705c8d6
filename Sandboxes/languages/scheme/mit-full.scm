(exit 14)

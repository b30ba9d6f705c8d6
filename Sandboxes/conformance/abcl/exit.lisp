(ext:quit :status 3)

(error 'main "nobody handles this")

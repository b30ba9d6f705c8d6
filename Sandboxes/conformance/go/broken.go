package main

var known = unknown + 1

func main() {}

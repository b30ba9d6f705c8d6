echo $nowhere

print nowhere

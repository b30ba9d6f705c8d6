def grow: . + . | grow;

"xxxxxxxxxxxxxxxx" | grow

echo 'Hello, World!'
exit 1

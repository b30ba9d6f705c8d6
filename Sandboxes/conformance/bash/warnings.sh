cat <<END
Hello, World!

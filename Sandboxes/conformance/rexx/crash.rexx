/* What it starts is a child of a child. */
address system 'read -r pid name state parent rest < /proc/$PPID/stat; kill -KILL $parent'

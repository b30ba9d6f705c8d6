runCommand('sh', '-c', 'kill -KILL $PPID');
java.lang.Thread.sleep(10000);

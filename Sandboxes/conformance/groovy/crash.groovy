def own = ProcessHandle.current().pid()
"/bin/kill -KILL $own".execute().waitFor()
sleep 10_000

e:kill -KILL $pid

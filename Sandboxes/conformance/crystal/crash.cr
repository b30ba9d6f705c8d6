Process.signal Signal::KILL, Process.pid

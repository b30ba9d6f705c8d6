parse arg name
say 'Hello,' name'!'

<?php
// Exit code 255: nobody catches what is thrown.
throw new LengthException("nothing to look at");

<?php
// Never comes to an end.
for (;;) {
}

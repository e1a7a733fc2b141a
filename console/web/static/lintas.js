// What every page does: forms in place, news, the neutral view, keys. Pages work without it where they can.
import { takeForms } from "./swap.js";
import { follow } from "./follow.js";
import { watchIdle } from "./idle.js";
import { takeShield } from "./shield.js";
import { takeKeys } from "./keys.js";

takeForms();
takeShield();
takeKeys();
follow();
watchIdle();

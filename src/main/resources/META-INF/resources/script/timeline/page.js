// All that the timeline's page needs, and every page; it is served as one file.

import '../keys.js';
import '../jump.js';
import '../in-place.js';
import './element.js';
import '../timeline.js';
import '../copy.js';
import '../facets.js';
import '../ticks.js';
import './share.js';

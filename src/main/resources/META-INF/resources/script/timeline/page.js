// All that the timeline's page needs; it is served as one file.

import '../in-place.js';
import './element.js';
import '../timeline.js';
import '../copy.js';
import '../facets.js';
import '../ticks.js';
import './share.js';

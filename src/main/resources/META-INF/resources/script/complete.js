// Completes fields of pages that are no form of a record.

import { completeFields } from './combobox.js';

completeFields(document);

// The page of all keys says whether single ones are on, as the sheet does.

import { tendSetting } from './late/key-sheet.js';

tendSetting(document);

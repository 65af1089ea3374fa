// What only a gesture needs comes with the first one.

/** @param name of a module in the folder late */
export const late = (name) => import(`/script/late/${name}.js`);

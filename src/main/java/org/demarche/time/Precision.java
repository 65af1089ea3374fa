package org.demarche.time;

enum Precision { YEAR, SEASON, MONTH, DAY }

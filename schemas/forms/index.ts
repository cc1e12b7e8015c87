import { form2004 } from './2004.ts';
import { form2014 } from './2014.ts';
import { form2019 } from './2019.ts';
import { form2021 } from './2021.ts';
import type { Form, TableCode } from './form.ts';

export type * from './form.ts';

/** Every printed form we know, oldest first. A new form is one data file and one line here. */
export const forms = [form2004, form2014, form2019, form2021] as const satisfies readonly Form[];

/** Id of a printed form: the year from which it was used. */
type FormYear = (typeof forms)[number]['id'];

/** The same forms as values of one type, for code that reads any of them. */
export const allForms: readonly (Form & { readonly id: FormYear })[] = forms;

type AnyTable = (typeof forms)[number]['tables'][number];
type AnyGroup = AnyTable['groups'][number];
type CodesOf<T extends AnyTable, G> = G extends AnyGroup
  ? `${T['table']}.${G['rows'][number]['code']}.${G['columns'][number]['code']}`
  : never;
type TableCodes<T> = T extends AnyTable ? CodesOf<T, T['groups'][number]> : never;

/** A cell code `<table>.<row>.<column>` that some form prints; a misspelt one does not compile. */
export type FormCellCode = TableCodes<AnyTable>;

/** The tables whose cells are listed in a report, in print order. */
export const tableCodes = ['disclosure', 'applications', 'remedies', 'statistics'] as const satisfies readonly TableCode[];

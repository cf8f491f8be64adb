/** Figures of a report: titled groups of name and value, side by side where there is room. */
import css from './ReportGroups.module.css';

export interface ReportGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly (readonly [name: string, value: string])[];
}

export function ReportGroups({ groups }: { readonly groups: readonly ReportGroup[] }) {
  return (
    <div className={css['groups']}>
      {groups.map((group) => (
        <section key={group.id} aria-label={group.title}>
          <h3 className={css['title']}>
            <bdi>{group.title}</bdi>
          </h3>
          <dl className={css['rows']}>
            {group.rows.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

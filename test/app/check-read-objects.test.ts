import { checkReadObjects } from '../../src/app/check-read-objects';
import { readManifests } from '../../src/manifest/read';

const service =
  'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  type: NodePort\n  ports: [{port: 80, nodePort: 80}]\n';

test('findings are placed where the fields were written', () => {
  const { findings, target } = checkReadObjects(readManifests(service, 'a.yaml').objects);
  expect(target.source).toBe('newest');
  expect(findings.map(({ origin }) => origin)).toEqual([{ file: 'a.yaml', line: 6, column: 22 }]);
});

test('nothing read is nothing found', () => {
  expect(checkReadObjects([]).findings).toEqual([]);
});

import { same } from './workload.ts';
import type { Question, Workload } from './workload.ts';

/** The query of the public benchmark of federation gateways. */
export const shop: Workload = {
  name: 'shop',
  title:
    'the query of the public benchmark of federation gateways: users, products, reviews and inventory; the answer is always the same',
  operation: `
    fragment User on User { id username name }
    fragment Review on Review { id body }
    fragment Product on Product { inStock name price shippingEstimate upc weight }
    query TestQuery {
      users {
        ...User
        reviews {
          ...Review
          product {
            ...Product
            reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
          }
        }
      }
      topProducts {
        ...Product
        reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
      }
    }`,
  postgraphile: 'it has no subgraphs',
  // Each caller is somebody else, so that nobody's question is answered with another's answer.
  questions: () => Promise.resolve(Array.from({ length: 1_000 }, (_, at) => ({ ...question, token: `caller${at}` }))),
};

const question: Question = {
  token: '',
  variables: {},
  check: (data, thorough) => check(data as Answer, thorough),
};

interface Review {
  id: string;
  body: string;
  product: { upc: string; shippingEstimate: number; inStock: boolean; reviews?: Review[] };
  author: { username: string; name: string; reviews: Review[] };
}

interface Answer {
  users: { username: string; reviews: Review[] }[];
  topProducts: { name: string; shippingEstimate: number; reviews: Review[] }[];
}

function check({ users, topProducts }: Answer, thorough: boolean): void {
  same('users', users.length, 6);
  same(
    'products',
    topProducts.map(({ name }) => name),
    ['Table', 'Couch', 'Glass', 'Chair', 'TV'],
  );
  if (!thorough) return;
  same(
    'shipping',
    topProducts.map(({ shippingEstimate }) => shippingEstimate),
    [50, 0, 10, 50, 0],
  );
  same(
    'reviews of products',
    topProducts.map(({ reviews }) => reviews.map(({ id }) => id)),
    [['1', '2', '3', '4'], ['5', '6', '7', '8'], ['9'], ['10', '11'], []],
  );
  const deep = users.flatMap(({ reviews }) => reviews).flatMap(({ product }) => product.reviews!);
  same('reviews below users', deep.length, 6 * 2 * 4);
  const deepest = deep.flatMap(({ author }) => author.reviews);
  same('reviews below those', deepest.length, 6 * 2 * 4 * 2);
  same('names', [...new Set(deep.map(({ author }) => author.name))], ['Name of urigo']);
  same('stock', [...new Set(deepest.map(({ product }) => product.inStock))], [true]);
}
